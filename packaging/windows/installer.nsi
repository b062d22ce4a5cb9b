; The setup program. Made by packages.sh, which defines VERSION, FILES (the folder with what is installed), ICON and
; OUT.
;
; Whoever is no administrator installs for himself alone; an administrator is asked for whom. Without questions:
;   setup.exe /S /CurrentUser      or      setup.exe /S /AllUsers      and      /D=C:\folder      at the very end
; To take it away again without questions: uninstall.exe /S

Target amd64-unicode
Unicode true
SetCompressor /SOLID lzma
ManifestDPIAware true

!define NAME "Roundtrip"
!define ID "io.github.roundtrip.Roundtrip"
!define DOCUMENT "${ID}.Document"
!define CLASSES "Software\Classes"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\roundtrip.exe"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_INSTDIR "${NAME}"
; Where and for whom an older version was installed is where and for whom the newer one goes.
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "Software\${ID}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "Folder"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "Software\${ID}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "Folder"
!include MultiUser.nsh
!include MUI2.nsh
!include FileFunc.nsh
!include WinVer.nsh

Name "${NAME}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME} setup"
VIAddVersionKey CompanyName "The Roundtrip authors"
VIAddVersionKey LegalCopyright "Copyright 2026 The Roundtrip authors, MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "Start ${NAME}"
!define MUI_FINISHPAGE_RUN_FUNCTION StartAsTheUser
!insertmacro MUI_PAGE_WELCOME
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English

; The desktop starts the program, so that it does not run with the rights of the setup program.
Function StartAsTheUser
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\roundtrip.exe"'
FunctionEnd

Function .onInit
  ; This setup program is one for 64 bits itself, so it does not start where there are only 32.
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${NAME} needs Windows 10 or later." /SD IDOK
    Abort
  ${EndIf}
  SetRegView 64
  !insertmacro MULTIUSER_INIT
FunctionEnd

Function un.onInit
  SetRegView 64
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

; A running program cannot be replaced. Without questions this ends the setup with exit code 2.
!macro AWAIT_END
  try_again:
  IfFileExists "$INSTDIR\roundtrip.exe" 0 ended
  ClearErrors
  FileOpen $0 "$INSTDIR\roundtrip.exe" a
  IfErrors 0 closed
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} is running. Close its window and try again." /SD IDCANCEL IDRETRY try_again
    SetErrorLevel 2
    Quit
  closed:
  FileClose $0
  ended:
!macroend

Section Install
  !insertmacro AWAIT_END
  SetOutPath "$INSTDIR"
  File "${FILES}\roundtrip.exe"
  File "${FILES}\roundtrip.com"
  File "${FILES}\LICENSE.txt"
  File "${FILES}\THIRD-PARTY-LICENCES.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\roundtrip.exe" "" "$INSTDIR\roundtrip.exe" 0

  WriteRegStr SHCTX "${CLASSES}\.roundtrip" "" "${DOCUMENT}"
  WriteRegStr SHCTX "${CLASSES}\.roundtrip" "Content Type" "application/vnd.roundtrip+sqlite3"
  WriteRegStr SHCTX "${CLASSES}\.roundtrip\OpenWithProgids" "${DOCUMENT}" ""
  WriteRegStr SHCTX "${CLASSES}\${DOCUMENT}" "" "Roundtrip document"
  WriteRegStr SHCTX "${CLASSES}\${DOCUMENT}\DefaultIcon" "" "$INSTDIR\roundtrip.exe,1"
  WriteRegStr SHCTX "${CLASSES}\${DOCUMENT}\shell\open\command" "" '"$INSTDIR\roundtrip.exe" "%1"'
  WriteRegStr SHCTX "${APP_PATH}" "" "$INSTDIR\roundtrip.exe"

  WriteRegStr SHCTX "Software\${ID}" "Folder" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "The Roundtrip authors"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\roundtrip.exe,0"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S /$MultiUser.InstallMode'
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" "$0"
  ; The Explorer learns of the new kind of file.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; Only what was installed goes. Documents and what the window remembers lie in other folders.
Section Uninstall
  !insertmacro AWAIT_END
  Delete "$INSTDIR\roundtrip.exe"
  Delete "$INSTDIR\roundtrip.com"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\THIRD-PARTY-LICENCES.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"

  DeleteRegKey SHCTX "${CLASSES}\${DOCUMENT}"
  DeleteRegValue SHCTX "${CLASSES}\.roundtrip\OpenWithProgids" "${DOCUMENT}"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\.roundtrip\OpenWithProgids"
  ; Another program may have taken the documents over.
  ReadRegStr $0 SHCTX "${CLASSES}\.roundtrip" ""
  ${If} $0 == "${DOCUMENT}"
    DeleteRegValue SHCTX "${CLASSES}\.roundtrip" ""
    DeleteRegValue SHCTX "${CLASSES}\.roundtrip" "Content Type"
  ${EndIf}
  ReadRegStr $0 SHCTX "${CLASSES}\.roundtrip" ""
  ${If} $0 == ""
    DeleteRegKey /ifempty SHCTX "${CLASSES}\.roundtrip"
  ${EndIf}
  DeleteRegKey SHCTX "${APP_PATH}"
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "Software\${ID}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
