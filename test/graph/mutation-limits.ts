// Set-up of mutation testing alone: a property tries no new case after half a second, or each mutant that lives costs minutes.
import fc from 'fast-check';

fc.configureGlobal({ interruptAfterTimeLimit: 500 });
