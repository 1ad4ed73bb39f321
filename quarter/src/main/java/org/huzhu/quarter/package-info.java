/**
 * The quarter of secondary reimbursement (二次报销): the medical-insurance feed and the register in, the payment list out.
 */
@NullMarked
package org.huzhu.quarter;

import org.jspecify.annotations.NullMarked;
