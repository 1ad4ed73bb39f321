/** How members are told of their cover. */
@NullMarked
package org.huzhu.enrolment.told;

import org.jspecify.annotations.NullMarked;
