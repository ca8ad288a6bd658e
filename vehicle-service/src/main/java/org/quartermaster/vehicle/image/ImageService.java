package org.quartermaster.vehicle.image;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.vehicle.market.LotChanges;
import org.quartermaster.vehicle.market.LotView;

/** Adds, changes and takes away pictures; each is a change of its lot. */
@ApplicationScoped
class ImageService {
    private static final ProblemType REMOVED = new ProblemType(410, "image_removed");
    private static final String PART = "images";

    private final Images images;
    private final LotChanges lots;

    @Inject
    ImageService(Images images, LotChanges lots) {
        this.images = images;
        this.lots = lots;
    }

    Uni<Answer> add(UnitOfWork unit, String lotId, ImageInput input) {
        return lots.lock(unit, lotId)
                .chain(lot -> images.insert(unit, lot, input).call(image -> tell(unit, lot, null, image)))
                .map(image -> Answer.created(image, "/api/v1/images/" + image.id()));
    }

    Uni<Answer> patch(UnitOfWork unit, String id, String ifMatch, ImageInput input) {
        return change(unit, id, ifMatch, (lot, before) -> {
                    if (before.isRemoved() && !input.isRemoved().given()) {
                        throw Problem.of(REMOVED);
                    }
                    var wanted = over(before, input);
                    return wanted.equals(before)
                            ? Uni.createFrom().item(before)
                            : images.update(unit, wanted).call(image -> tell(unit, lot, before, image));
                })
                .map(Answer::ok);
    }

    Uni<Answer> remove(UnitOfWork unit, String id, String ifMatch) {
        return change(unit, id, ifMatch, (lot, before) -> {
                    if (before.isRemoved()) {
                        throw Problem.of(REMOVED);
                    }
                    return images.remove(unit, before.id()).call(image -> tell(unit, lot, before, image));
                })
                .replaceWith(Answer::empty);
    }

    /** The lot is locked first, as when a picture is added; a removed one has none to change. */
    private Uni<StoredImage> change(
            UnitOfWork unit, String text, String ifMatch, BiFunction<LotView, StoredImage, Uni<StoredImage>> work) {
        var id = Ids.number(text).orElseThrow(() -> Problem.of(Images.NOT_FOUND));
        return lots.lock(unit, Images.lotOf(id), Images.NOT_FOUND)
                .chain(lot -> images.lock(unit, id).chain(before -> {
                    ETags.requireMatch(ifMatch, before.version());
                    return work.apply(lot, before);
                }));
    }

    private static StoredImage over(StoredImage before, ImageInput input) {
        return new StoredImage(
                before.id(),
                before.vin(),
                before.lotId(),
                said(input.storageKey(), before.storageKey()),
                said(input.sourceUrl(), before.sourceUrl()),
                said(input.seq(), before.seq()),
                said(input.variant(), before.variant()),
                said(input.width(), before.width()),
                said(input.height(), before.height()),
                input.bytes().given() ? Images.size(input.bytes().value()) : before.bytes(),
                said(input.contentHash(), before.contentHash()),
                said(input.isRemoved(), before.isRemoved()),
                before.createdAt(),
                before.updatedAt(),
                before.version());
    }

    private static <T> T said(Field<T> field, T before) {
        return field.given() ? field.value() : before;
    }

    private Uni<Void> tell(UnitOfWork unit, LotView lot, StoredImage before, StoredImage image) {
        if (lot == null) {
            return Uni.createFrom().voidItem();
        }
        lots.tellOf(unit, lot, PART);
        var changes = Map.of(PART, Arrays.<Object>asList(name(before), name(image)));
        return unit.runAll(List.of(lots.note(unit, lot.id(), "updated", changes)))
                .replaceWithVoid();
    }

    /** What the timeline shows of a picture; null where there is none. */
    private static String name(StoredImage image) {
        return image == null || image.isRemoved() ? null : image.seq() + "/" + image.variant();
    }
}
