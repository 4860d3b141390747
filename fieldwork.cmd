@echo off
rem Runs Fieldwork or its tests on Windows: the door to fieldwork.py, which says more.
where py >nul 2>nul
if errorlevel 1 (python "%~dp0fieldwork.py" %*) else (py -3 "%~dp0fieldwork.py" %*)
