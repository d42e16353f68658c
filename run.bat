@echo off
rem For a double-click, or from a terminal: run.bat [arguments of main.py]
py "%~dp0main.py" %*
if errorlevel 1 pause
