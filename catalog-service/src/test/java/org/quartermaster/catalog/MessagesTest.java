package org.quartermaster.catalog;

import org.quartermaster.platform.testing.MessagesContract;

/** The messages of this service. */
final class MessagesTest extends MessagesContract {}
