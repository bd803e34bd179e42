; Put into the Windows installer by electron-builder. Adds Layover to what "Open with" offers for files that other programs open too, and takes it away again;
; the program that opens them now is written down elsewhere and keeps its place. electron-builder's own `fileAssociations` would take that place.

!macro eachOpenedWith DO
  !insertmacro ${DO} "html"
  !insertmacro ${DO} "htm"
  !insertmacro ${DO} "xhtml"
  !insertmacro ${DO} "mhtml"
  !insertmacro ${DO} "mht"
  !insertmacro ${DO} "epub"
  !insertmacro ${DO} "pdf"
  !insertmacro ${DO} "md"
  !insertmacro ${DO} "markdown"
  !insertmacro ${DO} "txt"
!macroend

!macro offerFor EXT
  WriteRegNone SHELL_CONTEXT "Software\Classes\.${EXT}\OpenWithProgids" "Layover.Document"
!macroend

!macro offerNoMoreFor EXT
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.${EXT}\OpenWithProgids" "Layover.Document"
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Layover.Document" "" "Layover"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Layover.Document\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Layover.Document\shell\open\command" "" '"$appExe" "%1"'
  !insertmacro eachOpenedWith offerFor
!macroend

!macro customUnInstall
  !insertmacro eachOpenedWith offerNoMoreFor
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Layover.Document"
!macroend
