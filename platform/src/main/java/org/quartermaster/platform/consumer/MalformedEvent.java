package org.quartermaster.platform.consumer;

/** A message that no further attempt will make readable. */
final class MalformedEvent extends Exception {
    MalformedEvent(String reason) {
        super(reason);
    }
}
