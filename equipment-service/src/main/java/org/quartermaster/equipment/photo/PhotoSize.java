package org.quartermaster.equipment.photo;

/** Which of its two pictures a photo is shown with. */
enum PhotoSize {
    ORIGINAL,
    THUMB
}
