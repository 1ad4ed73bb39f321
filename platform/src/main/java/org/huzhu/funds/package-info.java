/** The funds of offices: which one bears what, wherever whoever asks stands. */
@NullMarked
@ApplicationModule(
        displayName = "办事处的基金",
        allowedDependencies = {"kernel", "database", "ledger", "unions"})
package org.huzhu.funds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
