package org.quartermaster.catalog.rfpline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.catalog.rfp.RfpView;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What changes of requests and of their lines publish. */
@ApplicationScoped
class LineEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(EventType.of("rfp.updated", "A request or one of its lines changed", RfpView.class)
                .withOptional("line", RfpLineView.class));
    }
}
