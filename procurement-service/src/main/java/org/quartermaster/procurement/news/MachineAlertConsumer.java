package org.quartermaster.procurement.news;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.consumer.EventConsumer;
import org.quartermaster.platform.consumer.EventConsumer.Event;
import org.quartermaster.procurement.notice.Notice;
import org.quartermaster.procurement.notice.NoticeType;
import org.quartermaster.procurement.notice.Notices;
import org.quartermaster.procurement.tenant.KnownTenants;

/** The managers are told when a machine needs something. */
@ApplicationScoped
class MachineAlertConsumer implements EventConsumer<MachineAlertConsumer.MachineAlert> {
    private final KnownTenants tenants;
    private final Notices notices;

    @Inject
    MachineAlertConsumer(KnownTenants tenants, Notices notices) {
        this.tenants = tenants;
        this.notices = notices;
    }

    /** What is read of an alert. */
    record MachineAlert(String equipmentId, String equipmentName, String description, String priority, String dueAt) {}

    @Override
    public String subject() {
        return "qm.equipment.*.alert.raised";
    }

    @Override
    public Class<MachineAlert> data() {
        return MachineAlert.class;
    }

    @Override
    public Uni<Void> handle(UnitOfWork unit, Event<MachineAlert> event) {
        return tenants.ifKnown(
                unit, "machine alerts", () -> notices.tellMembers(unit, NewsReaders.ROLES, notice(event)));
    }

    private static Notice notice(Event<MachineAlert> event) {
        var alert = event.data();
        var machine = Stream.of(alert.equipmentName(), alert.equipmentId(), event.entityId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        var title = "[%s] %s".formatted(Objects.requireNonNullElse(alert.priority(), "unknown"), machine);
        var message = Objects.requireNonNullElse(alert.description(), "The machine raised an alert.");
        return Notice.of(null, NoticeType.EQUIPMENT, title, message, event.id()).with(details(event));
    }

    private static Map<String, Object> details(Event<MachineAlert> event) {
        var alert = event.data();
        var details = new LinkedHashMap<String, Object>();
        details.put("alert_id", event.entityId());
        details.put("equipment_id", alert.equipmentId());
        details.put("priority", alert.priority());
        details.put("due_at", alert.dueAt());
        return details;
    }
}
