package org.quartermaster.vehicle.asset;

import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.quartermaster.platform.db.WordConverter;

/** Quality of an asset's data, not whether the vehicle runs; and the steps that lead from one to another. */
public enum DataStatus {
    DRAFT,
    VERIFIED,
    ARCHIVED;

    /** Something that is done with an asset as a whole. */
    public enum Step {
        VERIFY(VERIFIED, DRAFT),
        REOPEN(DRAFT, VERIFIED),
        ARCHIVE(ARCHIVED, DRAFT, VERIFIED),
        RESTORE(DRAFT, ARCHIVED);

        private final DataStatus to;
        private final List<DataStatus> from;

        Step(DataStatus to, DataStatus... from) {
            this.to = to;
            this.from = List.of(from);
        }
    }

    /** Where the step leads to; empty where it is not possible. */
    Optional<DataStatus> after(Step step) {
        return step.from.contains(this) ? Optional.of(step.to) : Optional.empty();
    }

    /** The steps that are possible. */
    List<Step> steps() {
        return Arrays.stream(Step.values())
                .filter(step -> step.from.contains(this))
                .toList();
    }

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<DataStatus> {
        Stored() {
            super(DataStatus.class);
        }
    }
}
