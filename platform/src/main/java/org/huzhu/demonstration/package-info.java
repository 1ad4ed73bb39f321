/**
 * The demonstration society (演示数据): an office with its agencies, streets, points and units, and the people in them, so
 * that whoever starts Huzhu for the first time finds something to look at. Nobody in it is real.
 *
 * <p>Everything follows from a seed. What is filled in goes through the doors of the other rooms, as if a person had
 * entered it; nothing is written past them.
 *
 * <p>Begin with {@link org.huzhu.demonstration.Demonstration}.
 */
@NullMarked
@ApplicationModule(
        displayName = "演示",
        allowedDependencies = {"kernel", "database", "access", "unions", "staff", "members", "city"})
package org.huzhu.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
