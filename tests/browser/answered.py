"""What a window asked its server for and whether that was answered, read from its WebSockets.

The page alone does not tell: between a press and the run that it asks for, the last run still
reads as finished.
"""

from weakref import WeakKeyDictionary

from playwright.sync_api import BrowserContext, Page, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"
LONGEST = 30_000
DRAWN = "() => new Promise(drawn => setTimeout(() => setTimeout(drawn)))"
"""Everything that the last press set off in the window has been sent."""


class Asked:
    """Of one window: whether a run was asked for that has not ended yet."""

    def __init__(self) -> None:
        self.waits = False
        self.begun = False

    def follow(self, socket: WebSocket) -> None:
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)
        socket.on("close", self._closed)

    def _sent(self, told: str | bytes) -> None:
        if isinstance(told, bytes) and BackMsg.FromString(told).HasField("rerun_script"):
            self.waits, self.begun = True, False

    def _received(self, told: str | bytes) -> None:
        if not self.waits or not isinstance(told, bytes):
            return
        message = ForwardMsg.FromString(told)
        if message.HasField("new_session"):
            self.begun = True
        elif self.begun and message.HasField("script_finished"):
            self.waits = message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN

    def _closed(self, _: WebSocket) -> None:
        self.waits = False


WINDOWS: WeakKeyDictionary[Page, Asked] = WeakKeyDictionary()


def follow_all(context: BrowserContext) -> None:
    """Every window of this context is followed from its first request on."""
    context.on("page", follow)


def follow(window: Page) -> None:
    WINDOWS[window] = asked = Asked()
    window.on("websocket", asked.follow)


def settled(window: Page) -> None:
    """Wait until every run that this window asked for has ended."""
    window.locator(IDLE).wait_for(timeout=LONGEST)
    window.evaluate(DRAWN)
    for _ in range(LONGEST // 20):
        if not WINDOWS[window].waits:
            break
        window.wait_for_timeout(20)
    else:
        raise AssertionError("A run was asked for and has not ended.")
    window.locator(IDLE).wait_for(timeout=LONGEST)
