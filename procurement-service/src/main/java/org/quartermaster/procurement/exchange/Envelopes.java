package org.quartermaster.procurement.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.load.StoredRelease;
import org.quartermaster.procurement.mail.MailLinks;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.publish.Envelope;

/** What packages that go out say of themselves: the words of their one source, else those of the installation. */
@ApplicationScoped
class Envelopes {
    private final SystemConfig settings;
    private final MailLinks links;

    @Inject
    Envelopes(SystemConfig settings, MailLinks links) {
        this.settings = settings;
        this.links = links;
    }

    /** @param path of the package under the address of the service */
    Envelope of(String path, List<PublishedRelease> all) {
        return new Envelope(
                links.to(path),
                Instant.now(),
                publisher(all),
                licence(all),
                null,
                all.stream().flatMap(one -> one.extensions().stream()).sorted().toList());
    }

    private JsonNode publisher(List<PublishedRelease> all) {
        var publishers =
                all.stream().map(PublishedRelease::publisher).distinct().toList();
        if (publishers.size() == 1 && publishers.get(0).has("name")) {
            return publishers.get(0);
        }
        var own = settings.text("ocds.publisher");
        return own == null ? Json.NODES.objectNode() : StoredRelease.body(own);
    }

    /** NB: several licences in one package would be as good as none. */
    private String licence(List<PublishedRelease> all) {
        var licences = all.stream()
                .map(PublishedRelease::licence)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return licences.size() == 1 ? licences.get(0) : settings.text("ocds.licence");
    }
}
