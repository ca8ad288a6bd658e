package org.quartermaster.procurement.user;

/** Whether a user may sign in; who has left is kept without a name. */
public enum UserStatus {
    ACTIVE,
    SUSPENDED,
    DELETED
}
