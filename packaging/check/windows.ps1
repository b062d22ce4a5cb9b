# Tries out the packages for Windows on Windows itself: each is installed without questions, its commands are run, and it
# is taken away again. The window is tried under Wine (packaging/check/windows.sh) and not here, as the machines that
# this is for have no OpenGL.
#
#   packaging/check/windows.ps1 -Packages FOLDER
param([Parameter(Mandatory)][string]$Packages)
$ErrorActionPreference = 'Stop'

function Assert($truth, $sentence) { if (-not $truth) { throw $sentence } }

function Invoke-Installer($program, $arguments) {
    $run = Start-Process -FilePath $program -ArgumentList $arguments -Wait -PassThru
    Assert ($run.ExitCode -eq 0) "$program $arguments ended with $($run.ExitCode)"
}

# Test-Commands makes a document in a folder with spaces and letters beyond ASCII, and reads it.
function Test-Commands($folder) {
    $documents = Join-Path $env:TEMP 'Deals é ü'
    New-Item -ItemType Directory -Force $documents | Out-Null
    $document = Join-Path $documents 'Börse 1.roundtrip'
    Remove-Item -Force -ErrorAction SilentlyContinue $document
    Set-Content -Encoding utf8 (Join-Path $documents 'deals.csv') "payer,payee,kind,amount`nAmazon,OpenAI,equity,10bn`nOpenAI,Amazon,cloud,38bn"
    $program = Join-Path $folder 'roundtrip.com'
    & $program --version
    & $program import $document (Join-Path $documents 'deals.csv')
    Assert ($LASTEXITCODE -eq 0) 'the import failed'
    $measures = & $program measures $document --json | ConvertFrom-Json
    Assert ($measures.loops.count -eq 1) "there are $($measures.loops.count) loops"
    & $program check $document
    Assert ($LASTEXITCODE -eq 0) 'the document is not sound'
    $document
}

function Test-Association($root, $folder) {
    $type = (Get-Item "${root}:\Software\Classes\.roundtrip").GetValue('')
    $command = (Get-Item "${root}:\Software\Classes\$type\shell\open\command").GetValue('')
    Assert ($command -eq "`"$folder\roundtrip.exe`" `"%1`"") "documents are opened by $command"
}

function Test-Gone($folder, $document) {
    $waited = 0
    while ((Test-Path $folder) -and $waited -lt 60) { Start-Sleep 1; $waited++ }
    Assert (-not (Test-Path $folder)) "$folder is left behind"
    Assert (Test-Path $document) 'the document is gone'
}

$setup = (Get-Item (Join-Path $Packages '*-setup.exe')).FullName
$msi = (Get-Item (Join-Path $Packages '*.msi')).FullName
foreach ($way in @(
        @{ Switch = '/CurrentUser'; Root = 'HKCU'; Folder = "$env:LOCALAPPDATA\Programs\Roundtrip" },
        @{ Switch = '/AllUsers'; Root = 'HKLM'; Folder = "$env:ProgramFiles\Roundtrip" })) {
    Write-Output "-- setup.exe $($way.Switch)"
    Invoke-Installer $setup @('/S', $way.Switch)
    Test-Association $way.Root $way.Folder
    $document = Test-Commands $way.Folder | Select-Object -Last 1
    Invoke-Installer (Join-Path $way.Folder 'uninstall.exe') @('/S', $way.Switch)
    Test-Gone $way.Folder $document
}
Write-Output '-- the .msi'
$folder = "$env:ProgramFiles\Roundtrip"
Invoke-Installer 'msiexec.exe' @('/i', "`"$msi`"", '/qn')
Test-Association 'HKLM' $folder
$document = Test-Commands $folder | Select-Object -Last 1
Invoke-Installer 'msiexec.exe' @('/x', "`"$msi`"", '/qn')
Test-Gone $folder $document
