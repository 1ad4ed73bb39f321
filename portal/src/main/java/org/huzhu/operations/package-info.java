/**
 * What an operator types: starting the society, looking after it, keeping and restoring copies.
 *
 * <p>Begin with {@link org.huzhu.operations.HuzhuServer}.
 */
@NullMarked
@ApplicationModule(displayName = "运维")
package org.huzhu.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
