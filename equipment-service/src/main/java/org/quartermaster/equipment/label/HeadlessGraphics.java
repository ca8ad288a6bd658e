package org.quartermaster.equipment.label;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps Java's graphics from looking for a screen, before anything is drawn. */
@ApplicationScoped
class HeadlessGraphics {
    void start(@Observes StartupEvent event) {
        System.setProperty("java.awt.headless", "true");
    }
}
