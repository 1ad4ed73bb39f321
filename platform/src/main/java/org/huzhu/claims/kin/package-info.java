/** Whether somebody would decide on what is his own, or one of his family's; who of them acts for a member. */
@NullMarked
package org.huzhu.claims.kin;

import org.jspecify.annotations.NullMarked;
