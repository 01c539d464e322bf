@echo off
setlocal
title Gartenjahr
"%~dp0runtime\python.exe" -X utf8 -B "%~dp0gartenjahr.py" %*
set CODE=%ERRORLEVEL%
rem Nach einem Doppelklick bliebe sonst keine Zeit, einen Fehler zu lesen.
if not "%CODE%"=="0" if "%~1"=="" pause
exit /b %CODE%
