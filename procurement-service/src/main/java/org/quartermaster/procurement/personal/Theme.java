package org.quartermaster.procurement.personal;

/** How the applications look. */
enum Theme {
    LIGHT,
    DARK,
    SYSTEM
}
