package org.huzhu.quarters;

import org.huzhu.kernel.Money;

/** What a part of a trial comes to, such as that of an agency. */
public record Share(String name, int persons, Money sum) {}
