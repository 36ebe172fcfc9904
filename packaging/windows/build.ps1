<#
.SYNOPSIS
Builds Mesh Desktop and its installer on Windows 10 or newer.

.DESCRIPTION
Needs Visual Studio 2022 with C++, CMake and Ninja, a Qt of 6.4 or newer for MSVC, vcpkg, and NSIS for the
installer. vcpkg brings the other libraries, except libdecaf: build that from its own source and name its prefix
in CMAKE_PREFIX_PATH. Run it in a "Developer PowerShell for VS 2022".

.PARAMETER Qt
The folder of the Qt kit, such as C:\Qt\6.8.2\msvc2022_64.

.PARAMETER Vcpkg
The folder of vcpkg; default: the environment variable VCPKG_ROOT.

.PARAMETER SignThumbprint
The thumbprint of a code-signing certificate in the user's store; without it nothing is signed.

.PARAMETER TimestampServer
The address of the certificate issuer's RFC 3161 time-stamp service; signatures without one end with the certificate.
#>
param(
    [Parameter(Mandatory)] [string] $Qt,
    [string] $Vcpkg = $env:VCPKG_ROOT,
    [string] $SignThumbprint,
    [string] $TimestampServer
)
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path "$PSScriptRoot\..\..").Path
$build = "$root\build\release"
$stage = "$build\stage"

function Invoke-Tool {
    $tool, $arguments = $args
    & $tool @arguments
    if ($LASTEXITCODE -ne 0) { throw "$tool ended with $LASTEXITCODE" }
}

function Add-Signature([string[]] $files) {
    if ($SignThumbprint) {
        $stamp = if ($TimestampServer) { '/tr', $TimestampServer, '/td', 'SHA256' } else { @() }
        Invoke-Tool signtool sign /sha1 $SignThumbprint /fd SHA256 @stamp @files
    }
}

if (-not $Vcpkg) { throw 'Say where vcpkg is: -Vcpkg FOLDER' }
Invoke-Tool "$Vcpkg\vcpkg.exe" install --triplet x64-windows `
    botan boost-asio boost-beast nu-book-zxing-cpp glib libical openssl pkgconf rapidjson tl-expected 'qtkeychain-qt6'

$env:PKG_CONFIG_PATH = "$Vcpkg\installed\x64-windows\lib\pkgconfig"
Invoke-Tool cmake -S $root --preset release `
    "-DCMAKE_TOOLCHAIN_FILE=$Vcpkg\scripts\buildsystems\vcpkg.cmake" `
    "-DPKG_CONFIG_EXECUTABLE=$Vcpkg\installed\x64-windows\tools\pkgconf\pkgconf.exe" `
    "-DCMAKE_PREFIX_PATH=$Qt;$env:CMAKE_PREFIX_PATH" "-DBUILD_TESTING=OFF"
Invoke-Tool cmake --build $build --target mesh-desktop mesh-service

# What the programs load: vcpkg copies its libraries beside them at build time, windeployqt adds Qt's.
foreach ($program in 'desktop\mesh-desktop', 'service\mesh-service') {
    Invoke-Tool "$Qt\bin\windeployqt.exe" --release --qmldir "$root\qml" --no-translations "$build\app\$program.exe"
}
Add-Signature "$build\app\desktop\mesh-desktop.exe", "$build\app\service\mesh-service.exe"

if (Test-Path $stage) { Remove-Item -Recurse $stage }
New-Item -ItemType Directory "$stage\bin" | Out-Null
Copy-Item -Recurse -Force "$build\app\service\*" "$stage\bin" -Exclude *.obj, *.cmake, CMakeFiles, *_autogen
Copy-Item -Recurse -Force "$build\app\desktop\*" "$stage\bin" -Exclude *.obj, *.cmake, CMakeFiles, *_autogen

# The installer is made of the staged folder, which has everything that windeployqt found.
Invoke-Tool cpack -G 'NSIS;ZIP' --config "$build\CPackConfig.cmake" -B "$build\installers" `
    -D "CPACK_INSTALLED_DIRECTORIES=$stage;." -D 'CPACK_INSTALL_CMAKE_PROJECTS='
Add-Signature (Get-ChildItem "$build\installers\*.exe").FullName
Get-ChildItem "$build\installers"
