package org.quartermaster.procurement.config;

import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Arrays;
import java.util.List;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.audit.AuditLog;

/** Gives settings the values that the installation starts with; what somebody has set stays. */
@ApplicationScoped
class StartingSettings {
    private static final String FIND = """
            select * from procurement.system_config where config_key = $1 and updated_by is null for update
            """;
    private static final String SET = "update procurement.system_config set config_value = $2 where config_key = $1";

    private final StartingConfig config;
    private final Writes writes;

    @Inject
    StartingSettings(StartingConfig config, Writes writes) {
        this.config = config;
        this.writes = writes;
    }

    record Setting(String key, String value) {
        static Setting of(String text) {
            var at = text.indexOf('=');
            if (at < 1) {
                throw new IllegalArgumentException("QM_SETTINGS wants key=value;key=value, and has " + text);
            }
            return new Setting(
                    text.substring(0, at).strip(), text.substring(at + 1).strip());
        }
    }

    /** NB: before they are read for the first time. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        config.starting().ifPresent(this::write);
    }

    /** Blocking. */
    void write(String settings) {
        var all = Arrays.stream(settings.split(";"))
                .filter(text -> !text.isBlank())
                .map(Setting::of)
                .toList();
        Awaiting.result(() -> writes.writeGlobal(Caller.system(AuditLog.PLATFORM), unit -> set(unit, all)));
    }

    private static Uni<Void> set(UnitOfWork unit, List<Setting> settings) {
        return InTurn.each(settings, setting -> unit.run(FIND, setting.key())
                .chain(found -> found.size() == 0
                        ? Uni.createFrom().voidItem()
                        : unit.run(
                                        SET,
                                        setting.key(),
                                        text(ConfigView.of(found.iterator().next()), setting))
                                .replaceWithVoid()));
    }

    private static String text(ConfigView setting, Setting given) {
        return setting.valueType()
                .read(given.key(), new TextNode(given.value()), setting.minValue(), setting.maxValue());
    }
}
