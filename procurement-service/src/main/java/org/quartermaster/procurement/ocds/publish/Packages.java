package org.quartermaster.procurement.ocds.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.quartermaster.platform.chain.CanonicalJson;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.merge.Compiler;
import org.quartermaster.procurement.ocds.schema.Shape;

/** Writes packages that are valid OCDS 1.1.5 and compile, read again, to the same state. */
public final class Packages {
    private final Shape schema;

    public Packages(Shape schema) {
        this.schema = schema;
    }

    /** A package of releases in the order of compiling. */
    public ObjectNode ofReleases(Envelope envelope, Collection<Release> releases) {
        var result = envelope.members();
        var list = result.putArray("releases");
        valid(releases).forEach(release -> list.add(release.body()));
        return result;
    }

    /** A package of records with compiled and versioned release, one for the releases of each process. */
    public ObjectNode ofRecords(Envelope envelope, Collection<List<Release>> processes) {
        var result = envelope.members();
        var list = result.putArray("records");
        processes.forEach(releases -> list.add(record(releases)));
        return result;
    }

    private ObjectNode record(List<Release> releases) {
        var valid = valid(releases);
        var compiled = Compiler.compile(valid, schema);
        var record = Json.NODES.objectNode();
        record.put("ocid", valid.get(0).ocid());
        var list = record.putArray("releases");
        valid.forEach(release -> list.add(release.body()));
        record.set("compiledRelease", Mending.mend(compiled.release(), schema).value());
        record.set("versionedRelease", compiled.versioned());
        return record;
    }

    private List<Release> valid(Collection<Release> releases) {
        var valid = new ArrayList<Release>();
        for (var release : releases.stream().sorted(Release.ORDER).toList()) {
            var body = Mending.mend(release.body(), schema).value();
            var hash = CanonicalJson.hash(body);
            valid.add(new Release(release.ocid(), release.id(), false, release.date(), hash, body));
        }
        return valid;
    }
}
