package org.quartermaster.equipment.fault;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.equipment.photo.PhotoForm;
import org.quartermaster.equipment.photo.Picture;
import org.quartermaster.equipment.photo.PictureWork;

/** The picture that comes with a report. */
@ApplicationScoped
public class FaultPicture {
    private static final int MAX_BYTES = 5 * 1024 * 1024;

    private final PictureWork work;

    @Inject
    FaultPicture(PictureWork work) {
        this.work = work;
    }

    /** The picture of the form, checked and recoded, or null; 413 above 5 MiB. */
    public Uni<Picture> of(PhotoForm form) {
        return form.photo() == null ? Uni.createFrom().nullItem() : work.recode(form.file(MAX_BYTES));
    }
}
