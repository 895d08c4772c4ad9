@echo off
rem Starts Asaichi on Windows: run.bat, run.bat VERB ..., run.bat test, run.bat bench. Not tried on Windows yet.
rem The first start makes .venv from requirements.lock; later starts only compare that file with the copy kept in .venv.
setlocal EnableExtensions
set "here=%~dp0"
set "python=%here%.venv\Scripts\python.exe"

if /i "%~1"=="test" goto test
if /i "%~1"=="bench" goto bench
call :ensure requirements.lock || exit /b 1
"%python%" "%here%main.py" %*
exit /b %errorlevel%

:test
call :ensure requirements.lock || exit /b 1
call :ensure tests\requirements.lock || exit /b 1
cd /d "%here%"
if not defined QT_QPA_PLATFORM set "QT_QPA_PLATFORM=offscreen"
call :rest %*
"%python%" -m pytest -n 2 --dist worksteal %rest%
exit /b %errorlevel%

:bench
call :ensure requirements.lock || exit /b 1
call :ensure tests\benchmarks\requirements.lock || exit /b 1
cd /d "%here%"
call :rest %*
"%python%" -m tests.benchmarks %rest%
exit /b %errorlevel%

rem All arguments but the first, as they were typed.
:rest
set "rest="
:next
shift
if "%~1"=="" exit /b 0
set "rest=%rest% %1"
goto next

:ensure
if not exist "%python%" goto install
fc /b "%here%%~1" "%here%.venv\installed\%~1" >nul 2>nul && exit /b 0
:install
if exist "%here%.venv\unfinished" rmdir /s /q "%here%.venv"
if exist "%python%" goto packages
set "base="
for %%P in ("py -3" python python3) do if not defined base (
    %%~P -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "base=%%~P"
)
if not defined base (
    echo Asaichi needs Python 3.11 or newer: install it from the Microsoft Store or python.org, then start again. 1>&2
    exit /b 1
)
echo Setting up Asaichi: first start and after updates only; a minute or two. 1>&2
%base% -m venv "%here%.venv" 1>&2 || exit /b 1
:packages
type nul >"%here%.venv\unfinished"
"%python%" -m pip --disable-pip-version-check --no-input install -q --require-hashes --no-deps -r "%here%%~1" 1>&2 || (
    echo The packages could not be installed, see above. Once the cause is mended, start again: it goes on by itself. 1>&2
    exit /b 1
)
for %%F in ("%here%.venv\installed\%~1") do if not exist "%%~dpF" mkdir "%%~dpF"
copy /y "%here%%~1" "%here%.venv\installed\%~1" >nul || exit /b 1
del "%here%.venv\unfinished"
exit /b 0
