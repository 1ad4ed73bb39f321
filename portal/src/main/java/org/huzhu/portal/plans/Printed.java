package org.huzhu.portal.plans;

import org.huzhu.catalogue.Version;
import org.huzhu.plan.Plan;

/** A version of a plan as it was read, with the file that it was read from. */
public record Printed(Plan plan, Version version) {}
