package org.quartermaster.equipment.plan;

import java.util.List;

/** The plans that one request made. */
record PlansMade(List<PlanView> plans, int count) {}
