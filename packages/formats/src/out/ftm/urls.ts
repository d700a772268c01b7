/** An address of the web as FollowTheMoney takes it: none where it is not one, or too long. */
export function urls(url: string | undefined): string[] {
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return []
  const { href } = new URL(url)
  return href.length <= 4096 ? [href] : []
}
