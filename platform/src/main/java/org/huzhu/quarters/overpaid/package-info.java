/** What was paid too much in a year and no later quarter makes good (待追回): the office claims it back, or lets it go. */
@NullMarked
@NamedInterface("overpaid")
package org.huzhu.quarters.overpaid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
