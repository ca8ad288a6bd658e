package org.quartermaster.platform.consumer;

/** What a service has to do before it hears of events; its consumers wait for every bean of this type. */
public interface Preparation {
    /** Whether nothing is left to wait for; asked until it is true, from any thread. */
    boolean isDone();
}
