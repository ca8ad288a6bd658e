package org.quartermaster.platform.asyncapi;

import java.util.List;

/** The events that a feature publishes; each feature declares one CDI bean. What is not declared fails the tests. */
public interface PublishedEvents {
    List<EventType> events();
}
