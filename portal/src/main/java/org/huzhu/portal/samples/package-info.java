/** The pages of second looks: samples and findings, and the rules by which claims go. */
@NullMarked
package org.huzhu.portal.samples;

import org.jspecify.annotations.NullMarked;
