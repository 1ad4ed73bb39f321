package org.huzhu.portal.plans;

import java.util.List;
import java.util.Optional;
import org.huzhu.text.PlanDiff.Change;

/**
 * Two files beside each other.
 *
 * @param changes what changed between them; empty where one of them is no plan version that can be read
 */
public record Compared(String before, String after, Optional<List<Change>> changes) {}
