/** Pages of the register of members: who is found, taken in, changed, joined with another. */
@NullMarked
package org.huzhu.portal.register;

import org.jspecify.annotations.NullMarked;
