/** The plans: for all to read and to try; drafted, published and opened by those who may. */
@NullMarked
package org.huzhu.portal.plans;

import org.jspecify.annotations.NullMarked;
