package org.quartermaster.equipment.maintenance;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.quartermaster.equipment.plan.PlanClosing;
import org.quartermaster.platform.rest.Answer;

/** A new record, and what it closed. */
public record Recorded(
        @JsonUnwrapped RecordView record, List<String> closedAlerts, List<PlanClosing.Rescheduled> rescheduledPlans) {

    Answer created() {
        return Answer.created(this, "/api/v1/maintenance/" + record.recordId(), record.tag());
    }
}
