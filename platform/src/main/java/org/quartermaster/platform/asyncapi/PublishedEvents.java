package org.quartermaster.platform.asyncapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events that a feature publishes; each feature declares one CDI bean. What is not declared fails the tests. */
public interface PublishedEvents {
    List<EventType> events();

    /**
     * One type of event.
     *
     * @param name entity and verb, such as {@code equipment.created}
     * @param summary when it is published
     * @param view the record that the data shows, as the REST API does
     * @param always members that stand in the data beside those of the view; an array type stands for a list
     * @param sometimes such members that may be absent
     */
    record EventType(
            String name, String summary, Class<?> view, Map<String, Class<?>> always, Map<String, Class<?>> sometimes) {

        /** A type whose data is the view alone. */
        public static EventType of(String name, String summary, Class<?> view) {
            return new EventType(name, summary, view, Map.of(), Map.of());
        }

        /** The same with a further member. */
        public EventType with(String member, Class<?> type) {
            return new EventType(name, summary, view, added(always, member, type), sometimes);
        }

        /** The same with a further member that may be absent. */
        public EventType withOptional(String member, Class<?> type) {
            return new EventType(name, summary, view, always, added(sometimes, member, type));
        }

        private static Map<String, Class<?>> added(Map<String, Class<?>> members, String member, Class<?> type) {
            var all = new LinkedHashMap<>(members);
            all.put(member, type);
            return all;
        }
    }
}
