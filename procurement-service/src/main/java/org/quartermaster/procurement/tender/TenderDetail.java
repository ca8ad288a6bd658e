package org.quartermaster.procurement.tender;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/**
 * A tender with all its parts, as its own page and its events show it.
 *
 * @param documents null where they were not asked for
 * @param traces those of the caller's tenant; null in events
 */
@Schema(name = "TenderDetail")
public record TenderDetail(
        @JsonUnwrapped TenderView tender,
        List<TenderLot> lots,
        List<TenderItem> items,
        List<TenderAward> awards,
        List<TenderContract> contracts,
        List<TenderParty> entities,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<TenderDocument> documents,
        List<TenderWarning> warnings,

        @JsonUnwrapped @JsonInclude(JsonInclude.Include.NON_NULL)
        TenderTraces traces)
        implements Versioned {

    @Override
    public long version() {
        return tender.version();
    }

    public TenderDetail withoutDocuments() {
        return new TenderDetail(tender, lots, items, awards, contracts, entities, null, warnings, traces);
    }

    /** The tender as one tenant sees it. */
    public TenderDetail with(TenderTraces own) {
        return new TenderDetail(tender, lots, items, awards, contracts, entities, documents, warnings, own);
    }
}
