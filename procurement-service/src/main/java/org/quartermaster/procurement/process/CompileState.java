package org.quartermaster.procurement.process;

/** Whether all releases of a process could be compiled. */
enum CompileState {
    OK,
    CONFLICT
}
