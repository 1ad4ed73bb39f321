/** Claims: filed by a member on his phone or by a handler on paper, reviewed, explained. */
@NullMarked
package org.huzhu.portal.claims;

import org.jspecify.annotations.NullMarked;
