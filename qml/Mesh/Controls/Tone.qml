import QtQuick
import Mesh.Controls

/// The colours and the symbol of a mood: information, success, warning, error.
QtObject {
    id: tone

    enum Kind {
        Neutral,
        Info,
        Success,
        Warning,
        Danger
    }
    property int kind: Tone.Kind.Neutral

    readonly property color ink: {
        switch (tone.kind) {
        case Tone.Kind.Info:
            return Theme.accentInk;
        case Tone.Kind.Success:
            return Theme.successInk;
        case Tone.Kind.Warning:
            return Theme.warningInk;
        case Tone.Kind.Danger:
            return Theme.dangerInk;
        default:
            return Theme.textMuted;
        }
    }
    readonly property color surface: {
        switch (tone.kind) {
        case Tone.Kind.Info:
            return Theme.accentSurface;
        case Tone.Kind.Success:
            return Theme.successSurface;
        case Tone.Kind.Warning:
            return Theme.warningSurface;
        case Tone.Kind.Danger:
            return Theme.dangerSurface;
        default:
            return Theme.hover;
        }
    }
    readonly property int symbol: {
        switch (tone.kind) {
        case Tone.Kind.Success:
            return Icon.Success;
        case Tone.Kind.Warning:
            return Icon.Warning;
        case Tone.Kind.Danger:
            return Icon.Error;
        default:
            return Icon.Info;
        }
    }
}
