package org.quartermaster.procurement.history;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.history.ProcessReleases.Past;
import org.quartermaster.procurement.history.ProcessReleases.Step;
import org.quartermaster.procurement.ocds.row.CompiledTender;
import org.quartermaster.procurement.ocds.row.TenderRow;

/** Tenders as they were at a material version, compiled anew from the releases that were known then. */
@ApplicationScoped
public class PastTenders {
    private final ProcessReleases releases;

    @Inject
    PastTenders(ProcessReleases releases) {
        this.releases = releases;
    }

    /** The tender at the version; empty where its releases do not tell. */
    public Uni<Optional<CompiledTender>> at(Caller caller, String tender, int version) {
        return releases.read(caller, tender).map(past -> at(past, version));
    }

    private static Optional<CompiledTender> at(Past past, int version) {
        return past.releases().isEmpty()
                ? Optional.empty()
                : last(past.steps(), version).map(step -> TenderRow.of(past.after(step), past.source())
                        .tender());
    }

    /** NB: cosmetic changes keep the version that they were made at. */
    private static Optional<Step> last(List<Step> steps, int version) {
        return steps.stream().filter(step -> step.version() == version).reduce((one, later) -> later);
    }
}
