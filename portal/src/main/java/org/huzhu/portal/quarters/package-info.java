/** Quarters of secondary reimbursement: for officers who settle and confirm them, for members who want to know why. */
@NullMarked
package org.huzhu.portal.quarters;

import org.jspecify.annotations.NullMarked;
