package org.quartermaster.equipment.photo;

import org.quartermaster.platform.rest.Fields;

/** What people say about a photo. */
final class PhotoFields {
    private static final int CAPTION = 500;

    private PhotoFields() {}

    static void apply(Fields fields, Photo photo) {
        fields.text("caption", 0, CAPTION).to(value -> photo.caption = value);
        fields.text("caption_ar", 0, CAPTION).to(value -> photo.captionAr = value);
        fields.time("taken_at").to(value -> photo.takenAt = value);
        fields.bool("is_primary").to(value -> photo.isPrimary = value != null && value);
    }
}
