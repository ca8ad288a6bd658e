package org.quartermaster.procurement.message;

/** Whether a thread takes messages: a closed one does not. */
enum ThreadStatus {
    OPEN,
    PENDING,
    CLOSED
}
