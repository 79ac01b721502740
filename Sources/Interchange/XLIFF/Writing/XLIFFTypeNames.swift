/// What XLIFF 1.2 calls resources by itself (section 2.4, restype).
enum XLIFFTypeNames {
    /// A name as a version has it: those of nobody's standard with a prefix.
    static func written(_ type: String, isFirst: Bool) -> String {
        guard isFirst else { return type.contains(":") ? type : XLIFFCodes2.own(type) }
        return type.hasPrefix("x-") || known.contains(type) ? type : "x-\(type)"
    }

    private static let known: Set = [
        "auto3state", "autocheckbox", "autoradiobutton", "bedit", "bitmap", "button", "caption", "cell", "checkbox",
        "checkboxmenuitem", "checkedlistbox", "colorchooser", "combobox", "comboboxexitem", "comboboxitem", "component",
        "contextmenu", "ctext", "cursor", "datetimepicker", "defpushbutton", "dialog", "dlginit", "edit", "file",
        "filechooser", "fn", "font", "footer", "frame", "grid", "groupbox", "header", "heading", "hedit", "hscrollbar",
        "icon", "iedit", "keywords", "label", "linklabel", "list", "listbox", "listitem", "ltext", "menu", "menubar",
        "menuitem", "menuseparator", "message", "monthcalendar", "numericupdown", "panel", "popupmenu", "pushbox",
        "pushbutton", "radio", "radiobuttonmenuitem", "rcdata", "row", "rtext", "scrollpane", "separator", "shortcut",
        "spinner", "splitter", "state3", "statusbar", "string", "tabcontrol", "table", "textbox", "togglebutton",
        "toolbar", "tooltip", "trackbar", "tree", "uri", "userbutton", "usercontrol", "var", "versioninfo",
        "vscrollbar",
        "window",
    ]
}
