/** Which office an organisation belongs to, by its name alone: for papers. */
@NullMarked
@NamedInterface("offices")
package org.huzhu.unions.offices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
