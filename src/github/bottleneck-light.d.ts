// The light build of bottleneck, which the throttling plugin uses too, has the types of the full one.
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck';
}
