import { expect, it } from 'vitest'
import { doctypeProblem } from '../../../src/in/xml/doctype.js'

it.each([
  '<nitf/>',
  '<?xml version="1.0"?>\n<!-- a <!DOCTYPE x [ in a comment -->\n<nitf/>',
  '<!DOCTYPE nitf><nitf/>',
  '<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf/>',
  "<!DOCTYPE nitf SYSTEM 'nitf.dtd'><nitf/>",
  '<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "http://www.iptc.org/std/NITF/3.4/specification/dtd/nitf-3-4.dtd"><nitf/>',
  '<!DOCTYPE NewsML PUBLIC "-//IPTC//DTD NewsML 1.2//EN" "NewsML_1.2.dtd"><NewsML/>',
  '<!DOCTYPE NewsML SYSTEM "http://www.iptc.org/std/NewsML/1.2/specification/NewsML_1.2.dtd"><NewsML/>',
  '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss/>',
  '<nitf>&lt;!DOCTYPE x [</nitf>',
])('lets in %s', source => {
  expect(doctypeProblem(source)).toBeUndefined()
})

it.each([
  '<!DOCTYPE nitf [<!ENTITY a "aaaa">]><nitf>&a;</nitf>',
  '<!DOCTYPE nitf SYSTEM "nitf.dtd" [<!ENTITY a "aaaa">]><nitf/>',
  '<?xml version="1.0"?>\n<!-- x -->\n<?pi?>\n<!DOCTYPE nitf []><nitf/>',
  '<!DOCTYPE nitf SYSTEM "file:///etc/passwd"><nitf/>',
  '<!DOCTYPE nitf SYSTEM "../nitf.dtd"><nitf/>',
  '<!DOCTYPE nitf SYSTEM "http://dtds.example/nitf.dtd"><nitf/>',
  '<!DOCTYPE nitf SYSTEM "http://www.iptc.org.example/nitf.dtd"><nitf/>',
  '<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "http://dtds.example/x.dtd"><nitf/>',
  '<!DOCTYPE nitf PUBLIC "-//Other//DTD//EN" "nitf.dtd"><nitf/>',
  '<!doctype nitf system "x.dtd"><nitf/>',
  `<!DOCTYPE nitf SYSTEM "${'a'.repeat(300)}"><nitf/>`,
  '<!DOCTYPE',
])('refuses %s', source => {
  const problem = doctypeProblem(source)
  expect(problem?.code).toBe('doctype')
  expect(problem?.message).toContain('entities')
})
