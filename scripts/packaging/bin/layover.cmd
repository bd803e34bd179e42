@echo off
rem The command line of the Layover that this lies in (Windows): resources\bin\layover.cmd. Layover.exe is a program with windows, and has no console to write to;
rem so what it writes goes into files, which are shown when it is done. What follows two dashes is nothing to Chromium.
setlocal
set "said=%TEMP%\layover-%RANDOM%-%RANDOM%"
"%~dp0..\..\Layover.exe" -- %* >"%said%.out" 2>"%said%.err"
set "code=%ERRORLEVEL%"
type "%said%.out"
type "%said%.err" >&2
del "%said%.out" "%said%.err"
exit /b %code%
